// The fastest settings known: templates as JavaScript, only the two of them looked for, no transforms, nothing copied.
import { readFileSync } from "node:fs";
import yaml from "js-yaml";

export default function (config) {
  config.addDataExtension("yaml", (text) => yaml.load(text, { schema: yaml.CORE_SCHEMA }));
  config.setUseGitIgnore(false);
  config.addGlobalData("shells", () => JSON.parse(readFileSync("shells.json", "utf-8")));
  return { templateFormats: ["11ty.js"], dir: { output: process.env.OUTPUT } };
}
