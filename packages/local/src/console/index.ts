export { consoleApp } from './console-app.js';
