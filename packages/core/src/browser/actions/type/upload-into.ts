import { basename } from 'node:path';
import type { FileChooser } from 'playwright';
import type { JsonValue } from '../../../wire/json.js';
import type { Box } from '../../actuator.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import type { Hand } from '../hand.js';
import { uploadPaths } from './upload.js';

/** Gives the files to a file input of the page. */
export async function uploadInto(
  { signal }: Hand,
  field: RemoteRef,
  files: string[],
): Promise<JsonValue> {
  signal.throwIfAborted();
  // DevTools fires the same events as a person's choice.
  await field.session.send('DOM.setFileInputFiles', { files, objectId: field.objectId });
  return { uploaded: await callOn(field, fileNames) };
}

/** Gives the files to a chooser that a click in this box opened; undefined when there is none. */
export async function uploadThroughChooser(
  { tab, signal, security }: Hand,
  text: string,
  box: Box | undefined,
): Promise<JsonValue | undefined> {
  const open = tab.chooser;
  if (!open || !box || !open.box || !overlap(open.box, box)) return undefined;
  if (!(await isOpen(open.chooser))) {
    tab.chooser = undefined;
    return undefined;
  }
  const files = await uploadPaths(text, open.chooser.isMultiple(), security);
  signal.throwIfAborted();
  await open.chooser.setFiles(files);
  tab.chooser = undefined;
  return { uploaded: files.map((file) => basename(file)) };
}

/** A chooser goes with its document. The input itself may never have been part of it. */
async function isOpen(chooser: FileChooser): Promise<boolean> {
  try {
    return await chooser.element().evaluate((input) => input.ownerDocument?.defaultView !== null);
  } catch {
    return false; // Its document is gone.
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Self-contained: runs in the page. */
function fileNames(this: HTMLInputElement): string[] {
  return [...(this.files ?? [])].map((file) => file.name);
}
