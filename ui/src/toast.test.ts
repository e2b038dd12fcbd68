import { beforeEach, expect, test, vi } from "vitest";

const steps = vi.hoisted(() => ({ undo: "" }));
vi.mock("./api/bindings", () => ({
  commands: { steps: () => Promise.resolve({ status: "ok", data: { undo: steps.undo, redo: null } }) },
}));

import { toast } from "./toast.svelte";

const offers = (): string[] => toast.shown.filter((shown) => shown.undo).map((shown) => shown.text);

beforeEach(() => {
  for (const { id } of toast.shown) toast.dismiss(id);
});

test("a line offers to undo its own step and no later one", async () => {
  steps.undo = "Import";
  toast.done("Imported", { undo: true });
  await vi.waitFor(() => {
    expect(toast.shown[0]?.step).toBe("Import");
  });
  toast.undoes("Import");
  expect(offers()).toEqual(["Imported"]);

  toast.undoes("Highlight");
  expect(offers()).toEqual([]);
  expect(toast.shown.map((shown) => shown.text)).toEqual(["Imported"]);
});

test("only the newest line offers to undo", () => {
  toast.done("Archived", { undo: true });
  toast.done("Starred", { undo: true });
  expect(offers()).toEqual(["Starred"]);
});
