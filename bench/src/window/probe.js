// What the bench runs inside the page. A time begins when the page gets the key and ends when the frame that shows what was
// asked for has been painted: a task that is posted before painting runs after it.

globalThis.probe = (() => {
  const LONGEST = 20_000;
  const frame = () => new Promise(requestAnimationFrame);
  // A message takes a way of its own and may be overtaken by answers of the program; a timer isn't.
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      const at = () => done(performance.now());
      port1.onmessage = at;
      port2.postMessage(null);
      setTimeout(at);
    });
  let time;

  async function until(holds) {
    const end = performance.now() + LONGEST;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`never held: ${holds}`);
      await frame();
    }
  }

  /** Times from the next key that is no modifier until `shown` holds in a painted frame. */
  function arm(shown, atKey = () => {}) {
    time = new Promise((done, fail) => {
      const press = (event) => {
        if (["Alt", "Control", "Meta", "Shift"].includes(event.key)) return;
        removeEventListener("keydown", press, true);
        const start = performance.now();
        atKey();
        frame()
          .then(() => until(shown))
          .then(painted)
          .then((end) => done(end - start), fail);
      };
      addEventListener("keydown", press, true);
    });
    // Whoever asks for the time hears of the failure.
    time.catch(() => {});
  }

  /** Times the next key until the `frames`th frame with a changed word was painted. */
  function armFrames(frames) {
    const word = document.createElement("p");
    word.style.position = "fixed";
    word.style.insetBlockStart = "0";
    word.textContent = "0";
    document.body.append(word);
    let seen = 0;
    arm(
      () => {
        seen += 1;
        if (seen < frames) return false;
        word.remove();
        return true;
      },
      () => { word.textContent = "1"; },
    );
  }

  /** How long each frame took while `element` was scrolled by `step` pixels a frame for `ms`; it turns round at its ends. */
  async function scroll(element, step, ms) {
    const times = [];
    await frame();
    let last = performance.now();
    const end = last + ms;
    let by = step;
    while (last < end) {
      const before = element.scrollTop;
      element.scrollTop += by;
      if (element.scrollTop === before) by = -by;
      await frame();
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  }

  let frames;

  /** Notes how long each frame takes from now on, until `holds`. */
  function watch(holds) {
    frames = (async () => {
      const times = [];
      let last = performance.now();
      while (!holds()) {
        await frame();
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times;
    })();
  }

  return { until, arm, armFrames, taken: () => time, watch, watched: () => frames, scroll };
})();
