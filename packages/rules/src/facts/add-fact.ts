/** Takes a label with its value as a fact; both are tidied, and what is no pair is left out. */
export type AddFact = (label: string, value: string, weight: number, items?: string[]) => void;
