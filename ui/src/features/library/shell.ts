// Commands to type in a shell, for the library that this window shows.

import type { LibraryInfo } from "../../api/client";

/** `chancery WORDS`, naming the library's folder when it isn't the one that `chancery` takes by itself. */
export function chancery(library: Pick<LibraryInfo, "folder" | "is_default">, words: string): string {
  return library.is_default ? `chancery ${words}` : `chancery --library ${quoted(library.folder)} ${words}`;
}

// As a POSIX shell wants it: anything but plain path characters goes into single quotes.
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
