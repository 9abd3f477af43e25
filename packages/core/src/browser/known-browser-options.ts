import { knownOptions, type NamesOf } from '../options/known-options.js';
import type {
  BrowserOptions,
  ProxyOptions,
  ScreenOptions,
  SecurityOptions,
} from './browser-options.js';
import { SURROUNDINGS_OPTIONS } from './surroundings/known-surroundings-options.js';

type VideoOptions = NonNullable<BrowserOptions['recordVideo']>;

/** Every option of a browser. The type says what each is for. */
export const BROWSER_OPTIONS: NamesOf<BrowserOptions> = {
  ...SURROUNDINGS_OPTIONS,
  extraHeaders: true,
  downloadsDirectory: true,
  startingPage: true,
  headless: true,
  channel: true,
  executablePath: true,
  page: true,
  context: true,
  cdpEndpointUrl: true,
  cdpHeaders: true,
  cdpUsePage: true,
  browser: true,
  userDataDir: true,
  cloneUserDataDir: true,
  profileDirectory: true,
  systemKeychain: true,
  screen: knownOptions<ScreenOptions>('screen', { width: true, height: true, allowUntested: true }),
  userAgent: true,
  proxy: knownOptions<ProxyOptions>(
    'proxy',
    { server: true, username: true, password: true, bypass: true },
    { host: 'Give it in server: http://host:port.', port: 'Give it in server: http://host:port.' },
  ),
  browserArgs: true,
  recordVideo: knownOptions<VideoOptions>(
    'recordVideo',
    {
      directory: true,
      size: knownOptions<NonNullable<VideoOptions['size']>>('recordVideo.size', {
        width: true,
        height: true,
      }),
    },
    { dir: 'Did you mean directory?' },
  ),
  playwrightTrace: true,
  ignoreHttpsErrors: true,
  goToUrlTimeoutMs: true,
  captureDom: true,
  security: knownOptions<SecurityOptions>(
    'security',
    {
      allowedUrls: true,
      blockedUrls: true,
      allowFileUrls: true,
      allowedFileUploadPaths: true,
    },
    {
      allowed_file_open_paths:
        'Which files may be opened is said by allowFileUrls, all or none of them.',
    },
  ),
  mask: true,
  browserSession: true,
  onDialog: true,
  popups: true,
  settle: true,
  followScheduling: true,
};
