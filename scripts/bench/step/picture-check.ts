import { chromium } from 'playwright';
import { launchOptions } from '../../../test/support/chromium.js';

export interface PictureCheck extends AsyncDisposable {
  /** Whether the flag in the upper right corner is up in this JPEG. */
  isFlagUp(screenshotBase64: string): Promise<boolean>;
}

/** Looks at the very pictures that were sent. A browser decodes them: one is here anyway. */
export async function pictureCheck(): Promise<PictureCheck> {
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  return {
    async isFlagUp(screenshotBase64) {
      if (screenshotBase64 === '') return false;
      const [red = 255, green = 0] = await page.evaluate(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        context.drawImage(image, 0, 0);
        return [...context.getImageData(image.width - 100, 100, 1, 1).data];
      }, screenshotBase64);
      return red < 60 && green > 120;
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
