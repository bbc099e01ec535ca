package dev.parley.stack.command;

import dev.parley.stack.LocalStack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the user reads once everything runs. */
record ReadyLines(URI address, List<URI> addressesForOthers, long accounts) {

  static ReadyLines of(LocalStack stack, long accounts) {
    return new ReadyLines(stack.address(), stack.addressesForOthers(), accounts);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Parley is ready: " + address);
    lines.add(
        accounts == 0
            ? "Open it in a browser and create the first account."
            : "Open it in a browser and log in.");
    if (addressesForOthers.isEmpty()) {
      lines.add(
          "Only this machine reaches it. To let others in: ./parley up --host 0.0.0.0 (README.md, \"Start it\", says what that means).");
    } else {
      lines.add("Others open " + joined() + ". Whoever reaches it can create an account,");
      lines.add("and it is plain HTTP, which the network can read: use it on a network you trust.");
    }
    lines.add("Ctrl-C stops Parley; the data stays.");
    return lines;
  }

  private String joined() {
    return addressesForOthers.stream().map(URI::toString).collect(Collectors.joining(" or "));
  }
}
