import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { DocumentValues } from '#kernel/document/document.ts';

// Fills a Word template. Values are text and nothing else: what looks like markup, a field or a blank comes out as typed.

/** A template asks for something nobody gave, or is no template. */
export class TemplateFault extends Error {}

/** @throws TemplateFault */
export function fillTemplate(template: Uint8Array, values: DocumentValues): Buffer {
  try {
    const document = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      nullGetter: (part: { value?: string; module?: string }) => {
        if (part.module) return '';
        throw new TemplateFault(`the template asks for "${part.value}", which was not given`);
      },
    });
    document.render(values);
    return document.toBuffer({ compression: 'DEFLATE' });
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    throw new TemplateFault(`the template cannot be filled: ${(error as Error).message}`);
  }
}
