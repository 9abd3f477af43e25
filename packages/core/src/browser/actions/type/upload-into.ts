import { basename } from 'node:path';
import type { FileChooser } from 'playwright';
import type { Box } from '../../actuator.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import { inPage } from '../../frames/in-page.js';
import type { Hand } from '../hand.js';
import { nameFiles, sendFiles } from './send-files.js';
import { uploadPaths } from './upload.js';
import type { Said } from './verify.js';

/** Gives the files to a file input of the page. */
export async function uploadInto(
  { signal, tabs }: Hand,
  field: RemoteRef,
  files: string[],
): Promise<Said> {
  signal.throwIfAborted();
  if (tabs.mayBeElsewhere) await sendFiles(field, files, signal);
  else await nameFiles(field, files);
  return { uploaded: await callOn(field, fileNames) };
}

/** Gives the files to a chooser that a click in this box opened; undefined when there is none. */
export async function uploadThroughChooser(
  { tab, signal, security }: Hand,
  text: string,
  box: Box | undefined,
): Promise<Said | undefined> {
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
const fileNames = inPage(function fileNames(this: HTMLInputElement): string[] {
  return [...(this.files ?? [])].map((file) => file.name);
});
