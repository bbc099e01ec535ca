package dev.parley.tools.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamesTest {

  @TempDir private Path folder;

  @Test
  void aUserIsFoundByTheOldNameOrTheId() throws IOException {
    Path file = Files.writeString(folder.resolve("names"), "\uFEFFmy name=my-name\r\n\n#7=seven\n");
    Renames renames = Renames.of(List.of("a=b=ab"), Optional.of(file));
    assertEquals(Optional.of("my-name"), renames.newName(Optional.of(1L), Optional.of("my name")));
    assertEquals(Optional.of("seven"), renames.newName(Optional.of(7L), Optional.empty()));
    assertEquals(Optional.empty(), renames.newName(Optional.of(8L), Optional.of("ada")));
    assertEquals(List.of("a=b"), renames.unused());
    assertEquals(Optional.of("ab"), renames.newName(Optional.of(9L), Optional.of("a=b")));
    assertEquals(List.of(), renames.unused());
  }

  @Test
  void everythingThatIsNoRenameIsToldAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("names"), "ada=one\nbob\n=x\nada=two\n");
    String told = refusal(List.of("eve="), file);
    assertTrue(told.contains("--rename: eve="), told);
    assertTrue(told.contains("line 2 of " + file + ": bob"), told);
    assertTrue(told.contains("line 3 of " + file + ": =x"), told);
    assertTrue(told.contains("line 4 of " + file + ": ada was renamed before"), told);
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws IOException {
    assertTrue(refusal(List.of(), folder.resolve("missing")).contains("There is no readable file"));
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', '=', (byte) 0xE4});
    assertTrue(refusal(List.of(), latin).contains("is not in UTF-8"));
  }

  private static String refusal(List<String> options, Path file) {
    return assertThrows(StackException.class, () -> Renames.of(options, Optional.of(file)))
        .getMessage();
  }
}
