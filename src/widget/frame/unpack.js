// Blocks of data: letters back into bytes. A changed byte changes the sum. The module's block stands before the rest of the data, and is
// compiled while that arrives.
'use strict';
const unpack = id => {
  const letters = document.getElementById(id).textContent;
  const bytes = new Uint8Array(letters.length);
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) {
    // Letters above 255 stand for the bytes that HTML would change.
    bytes[at] = letters.charCodeAt(at);
    if (at > 3) sum = (Math.imul(sum, 31) + bytes[at]) >>> 0;
  }
  if (new DataView(bytes.buffer).getUint32(0, true) !== sum) throw new Error('a byte has changed');
  return bytes.subarray(4);
};
const compiled = (async () => WebAssembly.compile(unpack('module')))();
// What then, the last script says.
compiled.catch(() => {});
