import type { Context } from 'hono';
import { html } from 'hono/html';
import { renderPage } from '../layout.js';
import { type CartLine, totalCents } from './cart.js';
import { categories, type Filter, type Product, price, stockText } from './products.js';

const sorts = { '': 'Featured', price: 'Price', rating: 'Rating', name: 'Name' } as const;

export function listPage(
  context: Context,
  filter: Filter,
  found: readonly Product[],
  cart: number,
) {
  const body = html`<h1>Shop</h1>
<p class="lead">${found.length === 1 ? '1 product' : `${found.length} products`} · <a href="./shop/cart">Cart (${cart})</a></p>
<div class="split"><form class="card" method="get" action="./shop" role="search" aria-label="Filter products">
<div class="field"><label for="q">Search products</label><input type="search" id="q" name="q" value="${filter.text}" placeholder="Search the shop"></div>
<div class="field"><label for="category">Category</label><select id="category" name="category"><option value="">All categories</option>
${categories.map((one) => html`<option ${one === filter.category ? 'selected' : ''}>${one}</option>`)}</select></div>
<div class="field"><label for="max">Maximum price</label><input type="number" id="max" name="max" min="0" step="1" value="${Number.isFinite(filter.maxCents) ? filter.maxCents / 100 : ''}"></div>
<div class="field"><label><input type="checkbox" name="stock" value="1" ${filter.inStock ? 'checked' : ''}>Only in stock</label></div>
<div class="field"><label for="sort">Sort by</label><select id="sort" name="sort">
${Object.entries(sorts).map(([key, text]) => html`<option value="${key}" ${key === filter.sort ? 'selected' : ''}>${text}</option>`)}</select></div>
<button type="submit">Apply</button></form>
<section aria-label="Products">${found.length === 0 ? html`<p class="notice">Nothing matches. Try fewer words.</p>` : ''}
<ul class="grid">${found.map(
    (
      product,
    ) => html`<li class="card"><h2><a href="./shop/product/${product.slug}">${product.name}</a></h2>
<p>${product.category}</p><p class="price">${price(product.priceCents)}</p>
<p><span aria-label="${product.rating} out of 5 stars">★ ${product.rating}</span> <small>(${product.reviews} reviews)</small></p>
<p class="${product.stock === 0 ? 'bad' : 'good'}">${stockText(product)}</p>
<form method="post" action="./shop/cart"><input type="hidden" name="product" value="${product.slug}"><input type="hidden" name="quantity" value="1">
<button type="submit" ${product.stock === 0 ? 'disabled' : ''}>Add to cart</button></form></li>`,
  )}</ul></section></div>`;
  return renderPage(context, { title: 'Shop', path: 'shop', body });
}

export function productPage(context: Context, product: Product, cart: number) {
  const body = html`<p><a href="../../shop">All products</a> · <a href="../cart">Cart (${cart})</a></p>
<h1>${product.name}</h1><p class="lead">${product.about}</p>
<section class="card"><p class="price">${price(product.priceCents)}</p>
<p><b>Availability:</b> ${stockText(product)}</p><p><b>Category:</b> ${product.category}</p><p><b>Colour:</b> ${product.colour}</p>
<p><b>Rating:</b> ${product.rating} out of 5 (${product.reviews} reviews)</p>
<form method="post" action="../cart" class="row"><input type="hidden" name="product" value="${product.slug}">
<div class="field"><label for="quantity">Quantity</label><input type="number" id="quantity" name="quantity" value="1" min="1" max="${Math.max(1, product.stock)}" required></div>
<div class="field"><button type="submit" ${product.stock === 0 ? 'disabled' : ''}>Add to cart</button></div></form></section>`;
  return renderPage(context, { title: product.name, path: `shop/product/${product.slug}`, body });
}

export function cartPage(context: Context, lines: readonly CartLine[]) {
  const body = html`<h1>Cart</h1>${
    lines.length === 0
      ? html`<p>Your cart is empty.</p>`
      : html`<table><caption>Items</caption><thead><tr><th scope="col">Product</th><th scope="col">Price</th><th scope="col">Quantity</th><th scope="col">Subtotal</th><th scope="col">Remove</th></tr></thead>
<tbody>${lines.map(
          (
            line,
          ) => html`<tr><th scope="row">${line.product.name}</th><td class="number">${price(line.product.priceCents)}</td><td class="number">${line.quantity}</td><td class="number">${price(line.product.priceCents * line.quantity)}</td>
<td><form method="post" action="./cart/remove"><input type="hidden" name="product" value="${line.product.slug}"><button type="submit" class="plain" aria-label="Remove ${line.product.name}">Remove</button></form></td></tr>`,
        )}</tbody></table>
<p><strong>Total:</strong> <span class="price">${price(totalCents(lines))}</span></p><p><a class="button" href="./checkout">Checkout</a></p>`
  }
<p><a href="../shop">Continue shopping</a></p>`;
  return renderPage(context, { title: 'Cart', path: 'shop/cart', body });
}

export interface Checkout {
  values: Record<string, string>;
  problems: Record<string, string>;
}

export const checkoutFields = [
  { name: 'name', label: 'Full name', autocomplete: 'name', type: 'text' },
  { name: 'email', label: 'Email', autocomplete: 'email', type: 'email' },
  { name: 'address', label: 'Street address', autocomplete: 'street-address', type: 'text' },
  { name: 'city', label: 'City', autocomplete: 'address-level2', type: 'text' },
  { name: 'postcode', label: 'Postcode', autocomplete: 'postal-code', type: 'text' },
] as const;

export function checkoutPage(context: Context, lines: readonly CartLine[], checkout: Checkout) {
  const body = html`<h1>Checkout</h1><p class="lead">Order total: ${price(totalCents(lines))}</p>
<form class="card" method="post" action="./checkout" novalidate>
${checkoutFields.map((field) => {
  const problem = checkout.problems[field.name];
  return html`<div class="field"><label for="${field.name}">${field.label}</label>
<input type="${field.type}" id="${field.name}" name="${field.name}" value="${checkout.values[field.name] ?? ''}" autocomplete="${field.autocomplete}" required ${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="${field.name}-problem"`}>
${problem === undefined ? '' : html`<small class="bad" id="${field.name}-problem" role="alert">${problem}</small>`}</div>`;
})}
<fieldset><legend>Delivery</legend><label><input type="radio" name="delivery" value="Standard" checked>Standard</label><label><input type="radio" name="delivery" value="Express">Express</label></fieldset>
<button type="submit">Place order</button></form>`;
  return renderPage(
    context,
    { title: 'Checkout', path: 'shop/checkout', body },
    Object.keys(checkout.problems).length > 0 ? 422 : 200,
  );
}

export function orderPage(
  context: Context,
  lines: readonly CartLine[],
  values: Record<string, string>,
  number: string,
) {
  const body = html`<h1>Thank you, ${values['name'] ?? ''}</h1><p class="notice">Your order has been placed. No money has moved.</p>
<section class="card"><dl><dt>Order number</dt><dd>${number}</dd><dt>Items</dt><dd>${lines.map((line) => `${line.quantity} × ${line.product.name}`).join(', ')}</dd>
<dt>Total</dt><dd>${price(totalCents(lines))}</dd><dt>Delivery</dt><dd>${values['delivery'] ?? 'Standard'}</dd><dt>Email</dt><dd>${values['email'] ?? ''}</dd></dl></section>
<p><a href="../shop">Back to the shop</a></p>`;
  return renderPage(context, { title: 'Order placed', path: 'shop/checkout', body });
}
