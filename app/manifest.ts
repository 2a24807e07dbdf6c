import type { MetadataRoute } from 'next';

/** What a phone needs to keep the pages on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'SelfClaw',
    short_name: 'SelfClaw',
    start_url: '/agents',
    display: 'standalone',
    background_color: '#fcf9f5',
    theme_color: '#fcf9f5',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/apple-icon.png', sizes: '180x180', type: 'image/png' },
    ],
  };
}
