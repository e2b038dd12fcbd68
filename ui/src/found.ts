// Where something that was found is opened: the palette, the search screen and the tags lead to the same places.

import type { Found } from "./api/bindings";
import type { Route } from "./route.svelte";

/** The place that a record or a passage is shown in. */
export function destination(found: Found): Route {
  const article = found.article ?? found.uid;
  const at = found.start === null || found.end === null ? {} : { start: found.start, end: found.end };
  switch (found.sort) {
    case "article":
      return { screen: "article", article };
    case "passage":
      return { screen: "article", article, ...at };
    case "note":
      return { screen: "article", article, annotation: found.uid, ...at };
    case "risk":
      return { screen: "risks", risk: found.uid };
    case "brief":
      return { screen: "brief", brief: found.uid };
    case "tag":
      return { screen: "tags", tag: found.title };
    case "source":
      return { screen: "search", query: `source:"${found.title}"` };
  }
}
