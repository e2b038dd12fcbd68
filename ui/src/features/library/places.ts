// Where one was in each list, for coming back to it. Kept for as long as the window is open on the library.

import type { Screen } from "../../route.svelte";
import type { Place } from "./work.svelte";

const places = new Map<Screen, Place>();

export function rememberPlace(screen: Screen, place: Place): void {
  places.set(screen, place);
}

export function placeIn(screen: Screen): Place | undefined {
  return places.get(screen);
}
