package dev.parley.tools.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.StackState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir private Path data;

  @Test
  void aStoppedParleyIsWell() {
    Doctor doctor = new Doctor(DataFolder.prepare(data));
    assertEquals(List.of(), doctor.examine().filter(finding -> !finding.isFine()).toList());
    assertFalse(doctor.wasKilled());
  }

  @Test
  void aKilledParleyNeedsAttention() {
    DataFolder folder = DataFolder.prepare(data);
    folder
        .state()
        .write(new StackState("http://localhost:1", true, "then", "data", List.of(), null, null));
    Doctor doctor = new Doctor(folder);
    assertEquals(1, doctor.examine().filter(finding -> !finding.isFine()).count());
    assertTrue(doctor.wasKilled());
  }
}
