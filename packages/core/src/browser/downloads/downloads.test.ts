import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { checkDownloads } from './check-downloads.js';
import { numberedName, safeFileName } from './safe-file-name.js';

describe('the name of a file', () => {
  it.each([
    ['report.csv', 'report.csv'],
    ['Bericht (März) – 100 %.pdf', 'Bericht (März) – 100 %.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/etc/cron.d/job', 'job'],
    ['.bashrc', '_bashrc'],
    ['...', '_'],
    ['', 'download'],
    ['   ', 'download'],
    ['a\0b\nc.txt', 'a_b_c.txt'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
    ['C:report.txt', 'C_report.txt'],
    ['what?.txt', 'what_.txt'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['report.csv. ', 'report.csv'],
  ])('%j is kept as %j', (suggested, kept) => {
    expect(safeFileName(suggested)).toBe(kept);
  });

  it('is short enough for any disk, and keeps its extension and whole characters', () => {
    const name = safeFileName(`${'日'.repeat(200)}.xlsx`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^日+\.xlsx$/);
    expect(Buffer.byteLength(safeFileName(`a.${'x'.repeat(400)}`))).toBe(200);
  });

  it('is numbered before its extension', () => {
    expect(numberedName('report.csv', 0)).toBe('report.csv');
    expect(numberedName('report.csv', 2)).toBe('report (2).csv');
    expect(numberedName('README', 1)).toBe('README (1)');
  });
});

describe('a directory for downloads', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the point is that no type stands in the way
  it.each([[''], [' '], [7], [{ directory: 'in' }], ['a\0b']] as any[][])(
    'is not %j',
    (downloadsDirectory) => {
      expect(() => checkDownloads({ downloadsDirectory })).toThrow(
        expect.objectContaining({ field: 'downloadsDirectory' }),
      );
    },
  );

  it('is out of reach of a browser that is started elsewhere, and not of a shared one', () => {
    const downloadsDirectory = './in';
    expect(() => checkDownloads({ downloadsDirectory, browser: { open() {} } })).toThrow(
      /started elsewhere, which saves files where it runs/,
    );
    checkDownloads({ downloadsDirectory, browser: { acquire() {} } });
  });

  it.each([
    'http://127.0.0.1:9222',
    'ws://localhost:9222/devtools/browser/x',
    'http://[::1]:9222',
    undefined,
  ])('can be given with a browser at %s', (cdpEndpointUrl) => {
    checkDownloads({ downloadsDirectory: './in', cdpEndpointUrl });
  });

  it.each(['wss://browsers.example/x', 'http://127.example.com', () => 'http://localhost:9222'])(
    'is out of reach of a browser at %s',
    (cdpEndpointUrl) => {
      expect(() => checkDownloads({ downloadsDirectory: './in', cdpEndpointUrl })).toThrow(
        /saves files where it runs/,
      );
    },
  );
});
