// @vitest-environment jsdom
// Keys in the parts that have many of them. What jsdom lacks (the top layer, measuring) is stood in for; the real window
// has it, and the journeys are there.

import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { createRawSnippet, tick } from "svelte";
import { afterEach, beforeAll, expect, test, vi } from "vitest";

import MenuList from "./MenuList.svelte";
import Picker from "./Picker.svelte";
import TagField from "./TagField.svelte";

beforeAll(() => {
  HTMLElement.prototype.showPopover = () => undefined;
  HTMLElement.prototype.scrollIntoView = () => undefined;
  window.ResizeObserver = class {
    observe(): void {
      return;
    }
    unobserve(): void {
      return;
    }
    disconnect(): void {
      return;
    }
  };
});
afterEach(cleanup);

const words = ["energy", "escalation", "grain"];
const load = (query: string): Promise<string[]> => Promise.resolve(words.filter((word) => word.includes(query)));
const settled = async (): Promise<void> => {
  await tick();
  await tick();
};

test("a menu moves by arrows and letters, passes over what is not to be had, and Tab leaves it", async () => {
  const run = vi.fn();
  const onclose = vi.fn();
  const item = (id: string, label: string, disabled = false) => ({ id, label, disabled, run });
  const items = [item("a", "Archive"), item("l", "Later", true), { rule: true as const }, item("t", "Trash")];
  render(MenuList, { label: "More", items, onclose });
  const menu = screen.getByRole("menu");
  await fireEvent.keyDown(menu, { key: "ArrowDown" });
  await fireEvent.keyDown(menu, { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toContain("Trash");
  await fireEvent.keyDown(menu, { key: "a" });
  expect(document.activeElement?.textContent).toContain("Archive");
  await fireEvent.click(document.activeElement as Element);
  expect(run).toHaveBeenCalledOnce();
  await fireEvent.keyDown(menu, { key: "Tab" });
  expect(onclose).toHaveBeenCalledTimes(2);
});

function picker(more: Record<string, unknown>) {
  const onpick = vi.fn();
  const onclose = vi.fn();
  const item = createRawSnippet((word: () => string) => ({ render: () => `<span>${word()}</span>` }));
  const anchor = { left: 0, top: 0, width: 10, height: 10 } as DOMRect;
  const key = (word: string): string => word;
  render(Picker<string>, { props: { open: true, anchor, label: "Tag", load, item, key, onpick, onclose, ...more } });
  return { onpick, onclose, field: screen.getByRole("combobox", { hidden: true }) };
}

test("a picker picks what the arrows lead to, and says when Ctrl was held", async () => {
  const { onpick, onclose, field } = picker({});
  await settled();
  await fireEvent.keyDown(field, { key: "ArrowDown" });
  await fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  expect(onpick).toHaveBeenCalledWith("escalation", { ctrl: true });
  expect(onclose).toHaveBeenCalledOnce();
});

test("a picker makes what is missing, and stays open when several are to be picked", async () => {
  const run = vi.fn();
  const create = { label: (query: string) => `Add ${query}`, run };
  const { onpick, onclose, field } = picker({ create, keepOpen: true });
  await fireEvent.input(field, { target: { value: "port" } });
  await settled();
  await fireEvent.keyDown(field, { key: "Enter" });
  expect(run).toHaveBeenCalledWith("port");
  await settled();
  await fireEvent.keyDown(field, { key: "Enter" });
  expect(onpick).toHaveBeenCalledWith("energy", { ctrl: false });
  expect(onclose).not.toHaveBeenCalled();
});

test("a tag field adds what is offered or typed, never twice, and Backspace takes the last one away", async () => {
  const onchange = vi.fn();
  render(TagField, { tags: ["grain"], suggestions: load, label: "Tags", onchange });
  const field = screen.getByRole("combobox");
  await fireEvent.input(field, { target: { value: "ene" } });
  await settled();
  await fireEvent.keyDown(field, { key: "Enter" });
  expect(onchange).toHaveBeenLastCalledWith(["grain", "energy"]);
  await fireEvent.input(field, { target: { value: "#strait" } });
  await fireEvent.keyDown(field, { key: "," });
  expect(onchange).toHaveBeenLastCalledWith(["grain", "energy", "strait"]);
  await fireEvent.input(field, { target: { value: "grain" } });
  await settled();
  await fireEvent.keyDown(field, { key: "Enter" });
  expect(onchange).toHaveBeenCalledTimes(2);
  await fireEvent.keyDown(field, { key: "Backspace" });
  expect(onchange).toHaveBeenLastCalledWith(["grain", "energy"]);
});
