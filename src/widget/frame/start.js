// The frame's last script: starts the guide, or ends in the plain page.
aftercare.whole();
(async () => {
  try {
    const guide = unpack('data');
    const module = await compiled;
    life.begin(again => {
      const widget = glue();
      const instance = new WebAssembly.Instance(module, widget.imports());
      widget.finish(instance, module);
      widget.start(guide, ...aftercare.given(), again);
      return {
        end: () => {
          widget.close();
          new Uint8Array(instance.exports.memory.buffer).fill(0);
        },
      };
    });
    aftercare.started();
  } catch {
    aftercare.fail();
  }
})();
