/**
 * The ways to say what to press, the exact ones first. "Add the red mug to the cart" is a button
 * "Add to cart" near "red mug": any other button of that name would be the wrong one.
 */
export function waysToSay(text: string): string[] {
  const found: string[] = [];
  const into =
    /^(\w+) (?:the |a |an |one )?(.+?) (to|from|into|in) (?:the |my |your )?(\S{1,60}(?: \S{1,60})?)$/i.exec(
      text,
    );
  const pronoun = /^(?:it|them|this|that|item|product)$/i.test(into?.[2] ?? '');
  if (into !== null && !pronoun) {
    found.push(`${into[1]} ${into[3]} ${into[4]} for ${into[2]}`, `${into[1]} for ${into[2]}`);
  }
  found.push(text);
  if (into !== null && pronoun) found.push(`${into[1]} ${into[3]} ${into[4]}`);
  const object = /^(\w+) (?:the |a |an )?(.+)$/is.exec(text);
  if (object !== null) {
    found.push(`${object[1]} for ${object[2]}`);
    // "Mute the video": the object adds nothing to the button's name.
    if (
      /^(?:video|audio|song|music|page|form|dialog|window|pop-?up|banner|message|it|this|changes|settings|app|player|game|tour|list|menu|application)$/i.test(
        object[2] ?? '',
      )
    )
      found.push(object[1] ?? '');
  }
  if (/^(?:close|dismiss)\b/i.test(text)) found.push('Close', 'Dismiss', '×', '✕', 'x');
  if (/^accept\b/i.test(text)) found.push('Accept all', 'Accept', 'Agree', 'Allow', 'OK', 'Got it');
  if (/^reject|^decline/i.test(text)) found.push('Reject all', 'Reject', 'Decline');
  if (/^log ?out|^sign ?out/i.test(text)) found.push('Log out', 'Sign out');
  if (/^(?:log|sign) ?in/i.test(text)) found.push('Log in', 'Sign in');
  return found;
}
