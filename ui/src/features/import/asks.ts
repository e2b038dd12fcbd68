// What the sheets ask of the program.

import { commands } from "../../api/bindings";
import { ask } from "../../api/client";
import type { HeldAsks } from "./held_record.svelte";
import type { Asks } from "./text_sheet.svelte";

export const asks: Asks & HeldAsks = {
  preview: (source) => ask(() => commands.previewImport(source)),
  record: (article) => ask(() => commands.articleRecord(article)),
  correct: (version, corrections, kept, leftOut) => ask(() => commands.correctArticle(version, corrections, kept, leftOut)),
  read: (field, value, published) => ask(() => commands.readRecordField(field, value, published)),
  remember: (site, rule) => ask(() => commands.rememberRule(site, rule)),
  save: (source, save) => ask(() => commands.saveImport(source, save)),
};
