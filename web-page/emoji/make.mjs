// Writes src/main/resources/web/public/emoji/*.json, which the page loads when somebody opens the emoji picker.
// The names come from Unicode's CLDR, through the npm package emojibase-data (MIT). To renew them:
//   npm pack emojibase-data && tar xzf emojibase-data-*.tgz && node make.mjs package
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const LANGUAGES = ["en", "de"];
/** Skin tones and hair alone: nobody looks for those. */
const COMPONENTS = 2;

const [source] = process.argv.slice(2);
const target = new URL("../src/main/resources/web/public/emoji/", import.meta.url);

/** By group, in Unicode's order: the emoji, its name, and other words for it. */
function groupsIn(language) {
  const emoji = JSON.parse(readFileSync(`${source}/${language}/data.json`, "utf8"));
  const groups = new Map();
  const inOrder = emoji.filter(({ group }) => group !== undefined && group !== COMPONENTS).sort((one, other) => one.order - other.order);
  for (const { emoji: text, label, tags = [], group } of inOrder) {
    groups.set(group, [...(groups.get(group) ?? []), [recommended(text), label, tags.filter((tag) => tag !== label).join(" ")]]);
  }
  return [...groups].sort(([one], [other]) => one - other).map(([, members]) => members);
}

/** The one form that Unicode recommends: a variation selector only where the emoji would show as text. */
function recommended(text) {
  const forms = [text.replaceAll("\u{FE0F}", ""), text];
  return forms.find((form) => /^\p{RGI_Emoji}$/v.test(form)) ?? text;
}

mkdirSync(target, { recursive: true });
for (const language of LANGUAGES) {
  const lines = groupsIn(language).map((members) => `[\n${members.map((member) => JSON.stringify(member)).join(",\n")}\n]`);
  writeFileSync(new URL(`${language}.json`, target), `[\n${lines.join(",\n")}\n]\n`);
}
