/**
 * A vector in pgvector's binary form, which neither side has to write or read as text: a parameter `$n::vector` takes it.
 *
 * @param vector at most 16,000 numbers
 */
export function binaryVector(vector: readonly number[]): Buffer {
  const buffer = Buffer.allocUnsafe(4 + 4 * vector.length);
  buffer.writeUInt16BE(vector.length, 0);
  buffer.writeUInt16BE(0, 2);
  for (let index = 0; index < vector.length; index += 1) buffer.writeFloatBE(vector[index] as number, 4 + 4 * index);
  return buffer;
}
