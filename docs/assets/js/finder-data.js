// What "Who can help?" answers from: a file for all countries, and one of each country, loaded once.

/** What is the same for all countries; `whole` adds what is known of one. */
export async function load(source) {
  const base = new URL(source, document.baseURI);
  const common = await file(base);
  const parts = {};

  /** Everything about a country; after a failure the next call tries again. */
  async function whole(code) {
    const { file: name } = common.countries.find((country) => country.code === code);
    parts[code] ??= file(new URL(name, base));
    try {
      const part = await parts[code];
      return { ...common, ...part, facts: { ...common.facts, ...part.facts } };
    } catch (error) {
      parts[code] = undefined;
      throw error;
    }
  }

  return { common, whole };
}

async function file(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}
