/** As many polynomials, of degree 0 to 7, and as many nodes. */
export const NODES = 8;

/** Where the polynomial of degree 8 is 0, in (-1, 1). */
export const NODE: Float64Array = Float64Array.from({ length: NODES }, (_, node) => Math.cos(angleOf(node)));

/** What the sum of each polynomial adds to the weight of each node, node by node. */
const SHARES = Float64Array.from({ length: NODES * NODES }, (_, index) => {
  const degree = index % NODES;
  return ((degree === 0 ? 1 : 2) / NODES) * Math.cos(degree * angleOf((index - degree) / NODES));
});

function angleOf(node: number): number {
  return (Math.PI * (node + 0.5)) / NODES;
}

/**
 * The weight of a node, given the sums of the polynomials over some points: a sum of any polynomial of degree 7 over the
 * weighted nodes is its sum over those points. It may be below 0; together the weights are as many as the points.
 */
export function nodeWeight(sums: Float64Array, from: number, node: number): number {
  let weight = 0;
  for (let degree = 0; degree < NODES; degree++)
    weight += SHARES[node * NODES + degree]! * sums[from + degree]!;
  return weight;
}
