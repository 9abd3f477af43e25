import { type Context, Hono } from 'hono';
import { integerBetween, seededRandom } from '../random.js';
import { addToCart, readCart, totalCents, writeCart } from './cart.js';
import { type Filter, findProducts, products } from './products.js';
import {
  cartPage,
  checkoutFields,
  checkoutPage,
  listPage,
  orderPage,
  productPage,
} from './shop-pages.js';

function readFilter(context: Context): Filter {
  const query = (name: string) => context.req.query(name)?.trim() ?? '';
  const max = Number(query('max'));
  return {
    text: query('q'),
    category: query('category'),
    maxCents: query('max') === '' || !Number.isFinite(max) ? Number.POSITIVE_INFINITY : max * 100,
    inStock: query('stock') === '1',
    sort: query('sort'),
  };
}

async function readBody(context: Context): Promise<Record<string, string>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.trim()]] : [],
    ),
  );
}

const count = (context: Context) => readCart(context).reduce((sum, line) => sum + line.quantity, 0);

/** The shop: `shop`, `shop/product/<name>`, `shop/cart`, `shop/checkout`. */
export function shopRoutes(): Hono {
  const app = new Hono();
  app.get('/shop', (context) => {
    const filter = readFilter(context);
    return listPage(context, filter, findProducts(filter), count(context));
  });
  app.get('/shop/product/:slug', (context) => {
    const product = products.find((one) => one.slug === context.req.param('slug'));
    return product === undefined
      ? context.redirect('../../shop', 302)
      : productPage(context, product, count(context));
  });
  app.get('/shop/cart', (context) => cartPage(context, readCart(context)));
  app.post('/shop/cart', async (context) => {
    const body = await readBody(context);
    const product = products.find((one) => one.slug === body['product']);
    const quantity = Number(body['quantity'] ?? '1');
    if (product !== undefined && product.stock > 0 && Number.isInteger(quantity) && quantity > 0) {
      writeCart(context, addToCart(readCart(context), product, Math.min(quantity, product.stock)));
    }
    return context.redirect('./cart', 303);
  });
  app.post('/shop/cart/remove', async (context) => {
    const body = await readBody(context);
    writeCart(
      context,
      readCart(context).filter((line) => line.product.slug !== body['product']),
    );
    return context.redirect('../cart', 303);
  });
  app.get('/shop/checkout', (context) => {
    const lines = readCart(context);
    return lines.length === 0
      ? context.redirect('./cart', 302)
      : checkoutPage(context, lines, { values: {}, problems: {} });
  });
  app.post('/shop/checkout', async (context) => {
    const lines = readCart(context);
    const values = await readBody(context);
    const problems: Record<string, string> = {};
    for (const field of checkoutFields) {
      if ((values[field.name] ?? '') === '') problems[field.name] = `${field.label} is missing.`;
    }
    const email = values['email'] ?? '';
    if (email !== '' && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email))
      problems['email'] = 'That is no email address.';
    if (Object.keys(problems).length > 0) return checkoutPage(context, lines, { values, problems });
    const random = seededRandom(`${values['email']}|${totalCents(lines)}`);
    writeCart(context, []);
    return orderPage(context, lines, values, `G-${integerBetween(random, 10_000, 99_999)}`);
  });
  return app;
}
