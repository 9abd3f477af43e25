import type { CallRow, Json } from './api-types.js';

export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box a call points at, in CSS pixels of a viewport of the given size; undefined when it has none that can be read. */
export function boxOf(call: CallRow, width: number, height: number): PixelBox | undefined {
  for (const text of texts(call.input)) {
    const pixels =
      /^\s*<box>\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)\s*<\/box>/.exec(text);
    if (pixels) {
      const [top = 0, left = 0, bottom = 0, right = 0] = pixels.slice(1).map(Number);
      return checked({ left, top, right, bottom });
    }
    const scaled = /^(?:<bbox>\s*)?(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:<\/bbox>)?$/.exec(
      text.trim(),
    );
    if (scaled) {
      const [left = 0, top = 0, right = 0, bottom = 0] = scaled.slice(1).map(Number);
      return checked({
        left: Math.floor((left * width) / 1000),
        top: Math.floor((top * height) / 1000),
        right: Math.ceil((right * width) / 1000),
        bottom: Math.ceil((bottom * height) / 1000),
      });
    }
  }
  return undefined;
}

function texts(input: Json): string[] {
  if (Array.isArray(input)) return input.filter((one) => typeof one === 'string');
  if (typeof input === 'string') return [input];
  if (input === null || typeof input !== 'object') return [];
  const { box } = input;
  return typeof box === 'string' ? [box] : Array.isArray(box) ? [box.join(',')] : [];
}

function checked(box: PixelBox): PixelBox | undefined {
  return box.left < box.right && box.top < box.bottom ? box : undefined;
}
