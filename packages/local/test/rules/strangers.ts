/** Pages as other people write them: no two alike in how they mark labels, lists and buttons. */
export const strangers = {
  hotel: `<header><a href="/"><img alt="StayWell" src="x"></a><nav><a href="/deals">Deals</a><a href="/account">My account</a></nav></header>
<h1>Where do you want to sleep?</h1>
<div class="search"><div><span>Destination</span><input placeholder="e.g. Lisbon"></div>
<div><span>Check-in</span><input type="date" id="ci"></div><div><span>Check-out</span><input type="date" id="co"></div>
<div><span>Guests</span><select><option>1 guest</option><option>2 guests</option><option>3 guests</option></select></div>
<button>Search</button></div>
<div class="results"><div class="h"><h3>Hotel Mira</h3><span>4.3</span><span>€89 per night</span><button>View deal</button></div>
<div class="h"><h3>Casa Azul</h3><span>4.8</span><span>€120 per night</span><button>View deal</button></div>
<div class="h"><h3>Hostel Nove</h3><span>3.9</span><span>€34 per night</span><button>View deal</button></div></div>`,
  infobox: `<h1>Aoraki / Mount Cook</h1><p>Aoraki / Mount Cook is the highest mountain in New Zealand. It sits in the Southern Alps.</p>
<table><caption>Highest point</caption><tr><th>Elevation</th><td>3,724 m (12,218 ft)</td></tr><tr><th>Prominence</th><td>3,724 m</td></tr>
<tr><th>Location</th><td>South Island, New Zealand</td></tr><tr><th>First ascent</th><td>25 December 1894</td></tr><tr><th>Range</th><td><a href="/sa">Southern Alps</a></td></tr></table>
<h2>See also</h2><ul><li><a href="/1">Mount Tasman</a></li><li><a href="/2">Mount Aspiring</a></li></ul>`,
  issues: `<h1>acme/rocket</h1><ul><li>Code</li><li>Issues <span>12</span></li></ul><input type="text" placeholder="Search all issues" aria-label="Search all issues">
<div role="list"><div role="listitem"><a href="/i/41">Crash on launch</a><span>bug</span><div>#41 opened on Mar 3, 2026 by ada</div><a href="/i/41#c" aria-label="7 comments">7</a></div>
<div role="listitem"><a href="/i/40">Add dark mode</a><span>feature</span><div>#40 opened on Feb 11, 2026 by grace</div><a href="/i/40#c" aria-label="2 comments">2</a></div>
<div role="listitem"><a href="/i/38">Docs typo</a><span>docs</span><div>#38 opened on Jan 9, 2026 by ada</div><a href="/i/38#c" aria-label="0 comments">0</a></div></div>
<a href="/new">New issue</a>`,
  weather: `<h1>Weather in Oslo</h1><div class="now"><div><div>12°C</div><div>Temperature</div></div><div><div>64%</div><div>Humidity</div></div><div><div>14 km/h</div><div>Wind</div></div></div>
<h2>5-day forecast</h2><table><tr><td>Day</td><td>High</td><td>Low</td><td>Rain</td></tr><tr><td>Monday</td><td>14°</td><td>6°</td><td>10%</td></tr><tr><td>Tuesday</td><td>9°</td><td>3°</td><td>80%</td></tr><tr><td>Wednesday</td><td>16°</td><td>7°</td><td>0%</td></tr></table>
<label><input type="checkbox" id="f"> Show in Fahrenheit</label>`,
  jobs: `<h1>Open positions</h1><form><input name="keyword" placeholder="Job title or keyword"><input name="loc" placeholder="City, state"><button>Find jobs</button></form>
<p>Showing 3 of 3 jobs</p>
<article><h2><a href="/j/1">Platform Engineer</a></h2><p>Orbit Ltd · Berlin · Full-time</p><p>Salary: €80,000</p><p>Remote: Yes</p></article>
<article><h2><a href="/j/2">Data Analyst</a></h2><p>Delta GmbH · Munich · Part-time</p><p>Salary: €45,000</p><p>Remote: No</p></article>
<article><h2><a href="/j/3">Product Designer</a></h2><p>Ochre SA · Lyon · Full-time</p><p>Salary: €62,000</p><p>Remote: Yes</p></article>`,
  settings: `<h2>Preferences</h2><div><span id="l1">Email notifications</span><button role="switch" aria-checked="true" aria-labelledby="l1"></button></div>
<div><span id="l2">Dark mode</span><button role="switch" aria-checked="false" aria-labelledby="l2"></button></div>
<div><label for="lang">Language</label><select id="lang"><option selected>English</option><option>Deutsch</option><option>Français</option></select></div>
<div><label for="vol">Volume</label><input type="range" id="vol" min="0" max="100" value="30"></div>
<div><label for="bio">Bio</label><textarea id="bio">Hello there</textarea></div>
<div role="group" aria-label="Theme colour"><label><input type="radio" name="tc" value="blue" checked>Blue</label><label><input type="radio" name="tc" value="green">Green</label></div>
<button>Save changes</button><button>Cancel</button>`,
  pricing: `<h1>Plans</h1><table><thead><tr><th></th><th>Starter</th><th>Team</th><th>Business</th></tr></thead><tbody>
<tr><th>Price per month</th><td>$0</td><td>$12</td><td>$40</td></tr><tr><th>Users</th><td>1</td><td>10</td><td>Unlimited</td></tr><tr><th>Storage</th><td>2 GB</td><td>100 GB</td><td>1 TB</td></tr><tr><th>SSO</th><td>No</td><td>No</td><td>Yes</td></tr></tbody></table>
<a href="/s">Choose Starter</a><a href="/t">Choose Team</a><a href="/b">Choose Business</a>`,
  inbox: `<div role="dialog" aria-label="Cookies"><p>We use cookies to improve your visit.</p><button>Accept all</button><button>Only necessary</button></div>
<h1>Inbox (2 unread)</h1><div role="grid"><div role="row"><div role="gridcell"><input type="checkbox" aria-label="Select message from Bob Stone"></div><div role="gridcell">Bob Stone</div><div role="gridcell">Quarterly numbers</div><div role="gridcell">9:41 AM</div></div>
<div role="row"><div role="gridcell"><input type="checkbox" aria-label="Select message from Carla Diaz"></div><div role="gridcell">Carla Diaz</div><div role="gridcell">Lunch on Friday?</div><div role="gridcell">Yesterday</div></div></div>
<button>Delete</button><button>Archive</button><button>Compose</button>`,
  login: `<main><h1>Welcome back</h1><div><input type="text" name="user_login" placeholder="Username or email"></div><div><input type="password" name="pw" placeholder="Password"></div>
<label><input type="checkbox" name="remember"> Remember me</label><button type="submit">Log in</button><a href="/forgot">Forgot password?</a><a href="/signup">Create an account</a></main>`,
  recipe: `<article><h1>Lemon cake</h1><p><strong>Prep time:</strong> 20 minutes <strong>Cook time:</strong> 45 minutes <strong>Servings:</strong> 8</p>
<h2>Ingredients</h2><ul><li>200 g flour</li><li>150 g sugar</li><li>3 eggs</li><li>2 lemons</li></ul>
<h2>Method</h2><ol><li>Heat the oven to 180 °C.</li><li>Mix everything.</li><li>Bake for 45 minutes.</li></ol><button>Print recipe</button><button>Save</button></article>`,
  league: `<h2>Standings</h2><table><thead><tr><th>#</th><th>Club</th><th>Played</th><th>Won</th><th>Goal difference</th><th>Points</th></tr></thead><tbody>
<tr><td>1</td><td>Northgate</td><td>10</td><td>8</td><td>+14</td><td>25</td></tr><tr><td>2</td><td>Harbour Town</td><td>10</td><td>6</td><td>+5</td><td>20</td></tr><tr><td>3</td><td>Mill United</td><td>10</td><td>5</td><td>−2</td><td>16</td></tr></tbody></table>`,
  invoice: `<h1>Invoice 2026-118</h1><div><div>Bill to</div><div>Ada Lovelace</div></div><div><div>Invoice date</div><div>November 3, 2026</div></div><div><div>Due date</div><div>December 3, 2026</div></div>
<table><tr><th>Description</th><th>Qty</th><th>Unit price</th><th>Amount</th></tr><tr><td>Consulting</td><td>10</td><td>$150.00</td><td>$1,500.00</td></tr><tr><td>Travel</td><td>1</td><td>$320.50</td><td>$320.50</td></tr></table>
<p>Subtotal: $1,820.50</p><p>Tax (10%): $182.05</p><p><b>Total due:</b> $2,002.55</p><p>Status: <span>Unpaid</span></p><a href="/pay">Pay now</a>`,
  faq: `<h1>Help</h1><details><summary>How do I return an item?</summary><p>Use the form in your account within 30 days.</p></details><details><summary>Where is my order?</summary><p>See the tracking link.</p></details>
<p>Contact us: <a href="mailto:help@example.org">help@example.org</a> or call 0800 555 019.</p><p>Opening hours: Mon–Fri 9:00–17:00</p>`,
  carDates: `<form action="/cars"><fieldset><legend>Pick-up</legend><label>Location <input name="pickup_loc"></label><label>Date <input name="pickup_date" placeholder="DD/MM/YYYY"></label></fieldset>
<fieldset><legend>Drop-off</legend><label>Location <input name="drop_loc"></label><label>Date <input name="drop_date" placeholder="DD/MM/YYYY"></label></fieldset><input type="submit" value="Show cars"></form>`,

  library: `<h1>City Library</h1><label>Search the catalogue<input name="q"></label><select aria-label="Search in"><option>Everything</option><option>Books</option><option>Music</option></select><button aria-label="Go">🔍</button>
 <ol><li><h3><a href="/b/1">The Left Hand of Darkness</a></h3><div>Ursula K. Le Guin, 1969</div><div>Available at: Central, North</div><div>Status: Available</div><a href="/r/1">Reserve</a></li>
 <li><h3><a href="/b/2">Kindred</a></h3><div>Octavia E. Butler, 1979</div><div>Available at: North</div><div>Status: Checked out</div><a href="/r/2">Reserve</a></li></ol>`,
  bank: `<h1>Accounts</h1><section aria-label="Checking"><h2>Checking ••4821</h2><p>Available balance</p><p>$2,310.44</p><a href="/c">View transactions</a></section><section aria-label="Savings"><h2>Savings ••9001</h2><p>Available balance</p><p>$15,800.00</p><a href="/s">View transactions</a></section>
 <h2>Transfer money</h2><form><label for="f">From account</label><select id="f"><option>Checking</option><option>Savings</option></select><label for="t">To account</label><select id="t"><option>Checking</option><option>Savings</option></select><label for="a">Amount</label><input id="a" type="number"><button>Transfer</button></form>`,
  todo: `<h1>todos</h1><input placeholder="What needs to be done?"><ul><li><div><input type="checkbox" aria-label="Toggle Buy milk"><label>Buy milk</label><button aria-label="Delete Buy milk">×</button></div></li><li><div><input type="checkbox" checked aria-label="Toggle Call mum"><label>Call mum</label><button aria-label="Delete Call mum">×</button></div></li></ul><span><strong>1</strong> item left</span><a href="#/">All</a><a href="#/active">Active</a><a href="#/completed">Completed</a><button>Clear completed</button>`,
  restaurant: `<h1>Trattoria Nonna</h1><p>4.6 stars · 1,204 ratings · Italian · $$</p><p>12 Via Roma, Torino</p><p>Phone: +39 011 555 019</p><h2>Starters</h2><ul><li>Bruschetta <span>€6.50</span></li><li>Caprese <span>€8.00</span></li></ul><h2>Mains</h2><ul><li>Lasagne <span>€13.00</span></li><li>Ossobuco <span>€21.50</span></li></ul>
 <h2>Book a table</h2><form><label>Date <input type="date" name="d"></label><label>Time <select name="t"><option>18:00</option><option>19:00</option><option>20:00</option></select></label><label>People <input type="number" name="n"></label><label>Name <input name="who"></label><button>Reserve</button></form>`,
  repo: `<h1><a href="/u">octo</a> / <a href="/u/r">engine</a></h1><ul><li><a href="/star"><span>Star</span> <span>1.2k</span></a></li><li><a href="/fork">Fork <span>340</span></a></li></ul><table><tr><td><a href="/src">src</a></td><td>Fix build</td><td>2 days ago</td></tr><tr><td><a href="/rm">README.md</a></td><td>Update docs</td><td>3 weeks ago</td></tr></table><h2>About</h2><p>A small game engine.</p><a href="/lic">MIT license</a><h2>Languages</h2><ul><li><span>Rust</span> <span>81.2%</span></li><li><span>GLSL</span> <span>18.8%</span></li></ul>`,
  countries: `<table id="t"><thead><tr><th role="columnheader">Country <button aria-label="Sort by Country"></button></th><th>Capital</th><th>Population (millions)</th><th>Area (km²)</th></tr></thead><tbody><tr><td>Japan</td><td>Tokyo</td><td>124.5</td><td>377,975</td></tr><tr><td>Kenya</td><td>Nairobi</td><td>55.1</td><td>580,367</td></tr><tr><td>Norway</td><td>Oslo</td><td>5.5</td><td>385,207</td></tr></tbody></table><button disabled>Previous</button><button>Next</button><p>Page 1 of 5</p>`,
  wizard: `<h2>Step 2 of 3: Shipping</h2><div><div><b>Ship to a different address?</b></div><div><label><input type="radio" name="diff" value="y">Yes</label><label><input type="radio" name="diff" value="n" checked>No</label></div></div><div>Gift message<textarea></textarea></div><div>Delivery instructions<br><input type="text" name="instr"></div><div role="combobox" aria-expanded="false" aria-haspopup="listbox" aria-label="Delivery slot">Select a slot</div><button>Back</button><button>Continue</button>`,
  gov: `<h1>Apply for a permit</h1><form><div><label id="x1">Full legal name</label><input aria-labelledby="x1" required></div><div><label id="x2">Date of birth</label><input aria-labelledby="x2" placeholder="MM/DD/YYYY"></div><div><label id="x3">Permit type</label><input role="combobox" aria-labelledby="x3" aria-haspopup="listbox" readonly value=""></div><div><p>Do you own a vehicle?</p><label><input type="radio" name="v">Yes</label><label><input type="radio" name="v">No</label></div><div><label><input type="checkbox">I certify that the above is true</label></div><button type="button">Save draft</button><button type="submit">Submit application</button></form>`,
  news: `<nav><a href="/w">World</a><a href="/b">Business</a></nav><article><h2><a href="/1">Bridge opens after ten years</a></h2><p>By Jane Roe</p><time>Nov 20, 2026</time></article><article><h2><a href="/2">Rain expected all week</a></h2><p>By Sam Lee</p><time>Nov 21, 2026</time></article><form action="/nl"><h3>Newsletter</h3><input type="email" placeholder="you@example.com"><button>Sign up</button></form>`,
} as const;
