// The screens, each loaded when somebody goes there.

import type { Component } from "svelte";

import type { Screen } from "../route.svelte";

type Load = () => Promise<{ default: Component }>;

/** How a screen is loaded. One line a screen: features don't know each other. */
export const SCREENS: Readonly<Partial<Record<Screen, Load>>> = {
  article: () => import("../features/reader/Reader.svelte"),
  search: () => import("../features/search/Search.svelte"),
  tags: () => import("../features/tags/Tags.svelte"),
  risks: () => import("../features/risks/Risks.svelte"),
  briefs: () => import("../features/briefs/Briefs.svelte"),
  brief: () => import("../features/briefs/BriefScreen.svelte"),
  help: () => import("../features/help/Help.svelte"),
  settings: () => import("../features/settings/Settings.svelte"),
  inbox: () => import("../features/library/Articles.svelte"),
  later: () => import("../features/library/Articles.svelte"),
  library: () => import("../features/library/Articles.svelte"),
  trash: () => import("../features/library/Articles.svelte"),
};
