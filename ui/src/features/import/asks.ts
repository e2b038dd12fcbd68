// What the sheets ask of the program.

import { commands } from "../../api/bindings";
import { ask } from "../../api/client";
import type { Asks } from "./text_sheet.svelte";

export const asks: Asks = {
  preview: (source) => ask(() => commands.previewImport(source)),
  read: (field, value, published) => ask(() => commands.readRecordField(field, value, published)),
  remember: (site, rule) => ask(() => commands.rememberRule(site, rule)),
  save: (source, save) => ask(() => commands.saveImport(source, save)),
};
