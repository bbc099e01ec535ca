package dev.parley.bench.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CompilerTimeTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void theCompilersOfThisProcessTookTimeButNotAllOfIt() {
    ServerProcess self = new ServerProcess("self", ProcessHandle.current().pid());
    double compilers = CompilerTime.seconds(List.of(self));
    assertTrue(compilers > 0);
    assertTrue(compilers < self.cpuSeconds());
  }

  @Test
  void oneThatIsGoneCompilesNothing() {
    assertEquals(0, CompilerTime.seconds(List.of(new ServerProcess("gone", Integer.MAX_VALUE))));
  }

  @Test
  void aThreadIsKnownByItsName() {
    assertTrue(CompilerTime.isCompiler("9 (C2 CompilerThre) S 1"));
    assertFalse(CompilerTime.isCompiler("9 (vert.x-eventloo) S 1"));
  }
}
