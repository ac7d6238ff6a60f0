// The code pages of DOS, in which newsrooms wrote until the 1990s and which the Encoding Standard leaves out: the
// characters for the bytes 0x80 to 0xFF (Unicode Consortium, VENDORS/MICSFT/PC/CP437.TXT and CP850.TXT).

const pages: Readonly<Record<string, string>> = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
};

export const isDosPage = (label: string): boolean => label in pages;

/** Decodes bytes in a code page of DOS. */
export function decodeDos(bytes: Uint8Array, label: string): string {
  const high = pages[label] ?? '';
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (byte) => high[byte.charCodeAt(0) - 128] ?? '\uFFFD');
}
