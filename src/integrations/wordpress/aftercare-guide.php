<?php
/**
 * Plugin Name: Aftercare guide
 * Description: A gentle self-assessment for counselling websites, as a block and as a shortcode. It ends at your link to support; no answer leaves the browser.
 * Version: {version}
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/rules.php';
require __DIR__ . '/data.php';
require __DIR__ . '/settings.php';
require __DIR__ . '/render.php';
require __DIR__ . '/block.php';
require __DIR__ . '/notice.php';

if ( is_admin() ) {
	require __DIR__ . '/page.php';
}
