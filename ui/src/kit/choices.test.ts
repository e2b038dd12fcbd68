import { expect, test } from "vitest";

import { Choices } from "./choices.svelte";

const words = ["energy", "escalation", "grain"];
const load = (query: string): Promise<string[]> => Promise.resolve(words.filter((word) => word.includes(query)));

test("the newest query wins, however late an older one is answered", async () => {
  const answers: ((found: string[]) => void)[] = [];
  const choices = new Choices<string>(() => new Promise((answer) => answers.push(answer)));
  const first = choices.seek("e");
  const second = choices.seek("en");
  answers[1]?.(["energy"]);
  await second;
  answers[0]?.(["energy", "escalation"]);
  await first;
  expect(choices.items).toEqual(["energy"]);
});

test("arrows go round over the rows and the one that makes something", async () => {
  const choices = new Choices(load, (query) => `Add ${query}`);
  await choices.seek("e");
  expect(choices.length).toBe(3);
  expect(choices.chosen).toBe("energy");
  choices.move("ArrowUp");
  expect(choices.chosen).toBeUndefined();
  choices.move("ArrowDown");
  expect(choices.chosen).toBe("energy");
  expect(choices.move("Home")).toBe(false);
});

test("nothing is offered to be made of an empty query, or where the list says no", async () => {
  const choices = new Choices(load, (query, found) => (found.includes(query) ? undefined : `Add ${query}`));
  await choices.seek("  ");
  expect(choices.creating).toBeUndefined();
  await choices.seek("grain");
  expect(choices.creating).toBeUndefined();
  await choices.seek("gra ");
  expect(choices.creating).toBe("Add gra");
});
