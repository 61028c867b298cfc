// The day that a slider stands at, for eyes and for screen readers.
const DAY = 86_400_000;

/** Returns the day as 2012-09-30, which years before our era and after 9999 have longer. */
export const dated = (slider) => new Date(slider.value * DAY).toISOString().split("T")[0];

/** Writes the day beside the slider, and returns it. */
export function tell(label) {
  const slider = label.querySelector("input");
  const day = dated(slider);
  slider.setAttribute("aria-valuetext", day);
  label.querySelector(".day").textContent = day;
  return day;
}
