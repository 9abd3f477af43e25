import { thrownText } from '../errors/thrown-text.js';

/** An error as events tell it: plain data, without its stack. */
export interface ErrorView {
  name: string;
  code?: string | undefined;
  message: string;
}

export function errorView(error: unknown): ErrorView {
  if (!(error instanceof Error)) return { name: 'Error', message: thrownText(error) };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
  };
}
