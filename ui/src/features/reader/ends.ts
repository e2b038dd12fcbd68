// What is done with an article that has been read; the next one of its list follows.

import { commands } from "../../api/bindings";

export const ENDS = {
  read: (uid: string) => commands.setArticlesRead([uid], true),
  archive: (uid: string) => commands.setArticleState([uid], "archive"),
  later: (uid: string) => commands.setArticleState([uid], "later"),
  trash: (uid: string) => commands.trashArticles([uid]),
};

export type End = keyof typeof ENDS;
