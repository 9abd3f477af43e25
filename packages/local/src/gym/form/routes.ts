import { Hono } from 'hono';
import { problemsOf } from './fields.js';
import { donePage, formPage } from './form-pages.js';

/** The long form: `form`, answered in place with what is wrong or with a confirmation. */
export function formRoutes(): Hono {
  const app = new Hono();
  app.get('/form', (context) => formPage(context, {}, {}));
  app.post('/form', async (context) => {
    const body = await context.req.parseBody({ all: true });
    const values: Record<string, string[]> = {};
    for (const [key, value] of Object.entries(body)) {
      const list = Array.isArray(value) ? value : [value];
      // Of a file only its name is shown.
      const texts = list
        .map((one) => (typeof one === 'string' ? one : one.name))
        .filter((text) => text !== '');
      if (texts.length > 0) values[key] = texts;
    }
    const problems = problemsOf(values);
    return Object.keys(problems).length > 0
      ? formPage(context, values, problems)
      : donePage(context, values);
  });
  return app;
}
