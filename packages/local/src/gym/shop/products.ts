export interface Product {
  slug: string;
  name: string;
  category: 'Mugs' | 'Books' | 'Lamps' | 'Instruments' | 'Plants';
  priceCents: number;
  rating: number;
  reviews: number;
  stock: number;
  colour: string;
  about: string;
}

export const products: readonly Product[] = [
  {
    slug: 'red-mug',
    name: 'Red Mug',
    category: 'Mugs',
    priceCents: 1250,
    rating: 4.5,
    reviews: 128,
    stock: 14,
    colour: 'Red',
    about: 'Holds 350 ml of whatever keeps you going.',
  },
  {
    slug: 'blue-mug',
    name: 'Blue Mug',
    category: 'Mugs',
    priceCents: 1350,
    rating: 4.2,
    reviews: 86,
    stock: 3,
    colour: 'Blue',
    about: 'The same mug on a clearer day.',
  },
  {
    slug: 'travel-mug',
    name: 'Travel Mug',
    category: 'Mugs',
    priceCents: 2400,
    rating: 4.7,
    reviews: 301,
    stock: 0,
    colour: 'Black',
    about: 'A lid that means it.',
  },
  {
    slug: 'star-atlas',
    name: 'Star Atlas',
    category: 'Books',
    priceCents: 4900,
    rating: 4.9,
    reviews: 57,
    stock: 8,
    colour: 'Navy',
    about: 'Every star you can see without asking for help.',
  },
  {
    slug: 'pocket-notebook',
    name: 'Pocket Notebook',
    category: 'Books',
    priceCents: 650,
    rating: 4.1,
    reviews: 412,
    stock: 60,
    colour: 'Green',
    about: '96 pages, dotted.',
  },
  {
    slug: 'desk-lamp',
    name: 'Desk Lamp',
    category: 'Lamps',
    priceCents: 5900,
    rating: 4.4,
    reviews: 73,
    stock: 5,
    colour: 'White',
    about: 'Warm light, three steps.',
  },
  {
    slug: 'moon-lamp',
    name: 'Moon Lamp',
    category: 'Lamps',
    priceCents: 3495,
    rating: 3.9,
    reviews: 190,
    stock: 22,
    colour: 'White',
    about: 'Shows the phase of the day.',
  },
  {
    slug: 'brass-telescope',
    name: 'Brass Telescope',
    category: 'Instruments',
    priceCents: 18900,
    rating: 4.8,
    reviews: 34,
    stock: 2,
    colour: 'Gold',
    about: 'Saturn has rings in it, if you wait.',
  },
  {
    slug: 'weather-station',
    name: 'Weather Station',
    category: 'Instruments',
    priceCents: 11900,
    rating: 4,
    reviews: 45,
    stock: 0,
    colour: 'Black',
    about: 'Wind, rain and an opinion on both.',
  },
  {
    slug: 'pocket-compass',
    name: 'Pocket Compass',
    category: 'Instruments',
    priceCents: 2900,
    rating: 4.6,
    reviews: 91,
    stock: 31,
    colour: 'Gold',
    about: 'Points north, mostly.',
  },
  {
    slug: 'fern',
    name: 'Fern',
    category: 'Plants',
    priceCents: 1500,
    rating: 4.3,
    reviews: 64,
    stock: 12,
    colour: 'Green',
    about: 'Likes shade and no questions.',
  },
  {
    slug: 'cactus',
    name: 'Cactus',
    category: 'Plants',
    priceCents: 900,
    rating: 4.7,
    reviews: 220,
    stock: 40,
    colour: 'Green',
    about: 'Forgives a holiday.',
  },
];

export const categories = [...new Set(products.map((product) => product.category))];

export function price(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}

export function stockText(product: Product): string {
  if (product.stock === 0) return 'Sold out';
  return product.stock <= 5 ? `Only ${product.stock} left` : 'In stock';
}

export interface Filter {
  text: string;
  category: string;
  maxCents: number;
  inStock: boolean;
  sort: string;
}

export function findProducts(filter: Filter): Product[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  // "mugs" finds a mug.
  const matches = (haystack: string, word: string) =>
    haystack.includes(word) || (word.endsWith('s') && haystack.includes(word.slice(0, -1)));
  const found = products.filter((product) => {
    const haystack =
      `${product.name} ${product.category} ${product.colour} ${product.about}`.toLowerCase();
    if (!words.every((word) => matches(haystack, word))) return false;
    if (filter.category !== '' && product.category !== filter.category) return false;
    return product.priceCents <= filter.maxCents && (!filter.inStock || product.stock > 0);
  });
  if (filter.sort === 'price') found.sort((a, b) => a.priceCents - b.priceCents);
  if (filter.sort === 'rating') found.sort((a, b) => b.rating - a.rating);
  if (filter.sort === 'name') found.sort((a, b) => a.name.localeCompare(b.name));
  return found;
}
