import { equal } from "node:assert/strict";
import { test } from "node:test";
import { en } from "../../../main/resources/web/app/texts/en.ts";

test("a name that runs the other way turns nothing around it", () => {
  for (const name of ["דנה", "سارة", "a\u202egpj"]) {
    equal(en.typing([name, "bob"]), `\u2068${name}\u2069 and bob are typing …`);
    equal(en.alert.inRoom(name, "ops"), `\u2068${name}\u2069 in ops`);
  }
  equal(en.composer.label("bob"), "Message to bob");
  equal(en.composer.label("Ёжик-東京"), "Message to Ёжик-東京");
});
