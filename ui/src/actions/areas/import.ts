// What can be done in the import sheet and in that of a record. Opening them is possible everywhere and stands there.
// "Save" does what the sheet's main button says: save and read, import the files, save the record.

import type { Action } from "../action";

export const importing: readonly Action[] = [
  { id: "import.save", title: "action-import-save", keys: ["Mod+Enter"], scope: "import", bare: true },
  { id: "import.save-next", title: "action-import-save-next", keys: ["Mod+Shift+Enter"], scope: "import", bare: true },
  { id: "import.edit-record", title: "action-import-edit-record", keys: [], scope: "everywhere", menu: "edit" },
];
