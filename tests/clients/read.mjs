// From a list of files, as JSON on standard input, to what two clients that nobody here wrote make of them: feedsmith of
// feeds, ical.js of calendars. The answer is JSON again, so that the tests in Python can compare it with the pages.

import { readFileSync } from "node:fs";
import { parseFeed } from "feedsmith";
import ICAL from "ical.js";

// Anything that the standard does not allow is an error, nothing is made up for.
ICAL.design.strict = true;

function read(path) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  // The component is built as well: its properties are decoded only then.
  return path.endsWith(".ics") ? new ICAL.Component(ICAL.parse(text)).toJSON() : parseFeed(text);
}

const answers = {};
for (const path of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    answers[path] = read(path);
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}
process.stdout.write(JSON.stringify(answers));
