/** Sales channels know an order by one code, CHANNEL-NUMBER. Both parts may have a "-" of their own. */

/** Channels and numbers have at most so many characters, in every contract. */
const LONGEST_PART = 100;
const LONGEST_CODE = 2 * LONGEST_PART + 1;

/** Every number that the code may end with; which one it is, only the order with its channel can tell. */
export function numbersEnding(code: string): string[] {
  if (Array.from(code).length > LONGEST_CODE) return [];
  const numbers: string[] = [];
  for (let dash = code.indexOf('-'); dash >= 0; dash = code.indexOf('-', dash + 1)) {
    const number = code.slice(dash + 1);
    if (dash > 0 && number !== '') numbers.push(number);
  }
  return numbers;
}
