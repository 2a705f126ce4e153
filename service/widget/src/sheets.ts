// Style sheets as objects: a strict policy forbids inline styles, and these are none.

import { unsafeCSS, type CSSResult } from "lit";
import answer from "./styles/answer.css?inline";
import frame from "./styles/frame.css?inline";
import place from "./styles/place.css?inline";

/** `rem` would be the size that the page around has set for itself; here it is the element's own. */
function own(text: string): CSSResult {
  return unsafeCSS(text.replace(/(?<![\w.#-])(-?\d*\.?\d+)rem\b/g, "calc($1 * var(--mb-rem))"));
}

export const sheets = [frame, answer, place].map(own);
