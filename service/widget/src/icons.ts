// The few drawings of the interface, as vectors that take the colour of the text beside them.

import { html, type TemplateResult } from "lit";

/** The mark of the project: an account with its tick. */
export const mark = (): TemplateResult => html`<svg class="icon" viewBox="0 0 32 32" aria-hidden="true">
  <path d="M8 9h16M8 16h9M8 23h9" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" />
  <path d="M20 20.5l2.6 2.8 4.4-6.3" stroke="currentColor" stroke-width="2.8" fill="none" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;

/** A thumb, up or down. */
export const thumb = (down: boolean): TemplateResult => html`<svg class=${down ? "icon turned" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M7 11v9H4v-9h3zm0 0 4.2-7.6c1.6 0 2.6 1.2 2.3 2.8L12.8 10H19c1.1 0 1.9 1 1.7 2.1l-1.2 6.2c-.2 1-1 1.7-2 1.7H7"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linejoin="round"
    stroke-linecap="round"
  />
</svg>`;

export const cross = (): TemplateResult => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M6 6l12 12M18 6L6 18" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
</svg>`;
