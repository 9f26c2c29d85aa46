export const SITE_NAME = 'Winnow';
export const SITE_TAGLINE = 'What podcasts said, each point with the words it rests on';
