// The screens: the lists, which the window opens with, at hand; each other one loaded when somebody goes there.

import type { Component } from "svelte";

import Articles from "../features/library/Articles.svelte";
import type { Screen } from "../route.svelte";

type Load = () => Promise<{ default: Component }>;

/** The lists of articles. */
export const AT_HAND: Readonly<Partial<Record<Screen, Component>>> = { inbox: Articles, later: Articles, library: Articles, trash: Articles };

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
};
