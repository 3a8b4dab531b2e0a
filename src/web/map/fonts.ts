/** Fonts of the machine that hold Chinese; the map asks for no font file. */
export const localFonts = '"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif';
