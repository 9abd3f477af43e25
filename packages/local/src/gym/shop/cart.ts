import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Product, products } from './products.js';

export interface CartLine {
  product: Product;
  quantity: number;
}

const name = 'gym_cart';
const maxQuantity = 99;

/** The cart lives in a cookie, so that each browser has its own and the service keeps nothing. */
export function readCart(context: Context): CartLine[] {
  const lines: CartLine[] = [];
  for (const part of (getCookie(context, name) ?? '').split('.')) {
    const [slug, count] = part.split('_');
    const product = products.find((one) => one.slug === slug);
    const quantity = Number(count);
    if (
      product !== undefined &&
      Number.isInteger(quantity) &&
      quantity > 0 &&
      quantity <= maxQuantity
    ) {
      lines.push({ product, quantity });
    }
  }
  return lines;
}

export function writeCart(context: Context, lines: readonly CartLine[]): void {
  const value = lines
    .filter((line) => line.quantity > 0)
    .map((line) => `${line.product.slug}_${Math.min(line.quantity, maxQuantity)}`)
    .join('.');
  setCookie(context, name, value, { path: '/', httpOnly: true, sameSite: 'Lax' });
}

export function addToCart(
  lines: readonly CartLine[],
  product: Product,
  quantity: number,
): CartLine[] {
  const known = lines.find((line) => line.product === product);
  if (known === undefined) return [...lines, { product, quantity }];
  return lines.map((line) =>
    line === known ? { product, quantity: line.quantity + quantity } : line,
  );
}

export function totalCents(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.product.priceCents * line.quantity, 0);
}
