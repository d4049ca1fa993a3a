<?php
/**
 * The element on the page, for the shortcode and for the block: the same lines that others paste.
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

const AFTERCARE_GUIDE_LOADER = 'aftercare-guide';

/** The saved settings with those of this one place laid over; what is empty or wrong there leaves the saved one. */
function aftercare_guide_chosen( array $given ): array {
	$chosen = aftercare_guide_saved();
	foreach ( $given as $name => $value ) {
		$name  = str_replace( '_', '-', (string) $name );
		$value = aftercare_guide_text( $value );
		if ( isset( $chosen[ $name ] ) && '' !== $value && '' === aftercare_guide_wrong( $name, $value, aftercare_guide_known() ) ) {
			$chosen[ $name ] = $value;
		}
	}
	return $chosen;
}

/** The link to support, which stands until the guide is there and whenever it is not; nothing where there is none yet. */
function aftercare_guide_link( array $chosen ): string {
	$label = '' === $chosen['support-label'] ? 'Talk with a counsellor' : $chosen['support-label'];
	$url   = esc_url( $chosen['support-url'], array( 'http', 'https', 'mailto', 'tel', 'sms' ) );
	return '' === $url ? '' : '<a href="' . $url . '">' . esc_html( $label ) . '</a>';
}

/** What stands on the element: where the guide's files are, because an optimiser may move the loader; the settings; its place. */
function aftercare_guide_attributes( array $chosen ): array {
	$height = '' === $chosen['height'] ? 640 : (int) $chosen['height'];
	unset( $chosen['support-url'], $chosen['support-label'] );
	$place = array( 'style' => "display:block;min-height:{$height}px" );
	return array( 'data-files' => plugins_url( 'guide/', __FILE__ ) ) + array_filter( $chosen, 'strlen' ) + $place;
}

/** The element with the link in it; in a feed the link alone. Nothing where there is no link, because no guide is without one. */
function aftercare_guide_markup( array $given ): string {
	$chosen = aftercare_guide_chosen( $given );
	$link   = aftercare_guide_link( $chosen );
	if ( '' === $link || is_feed() ) {
		return $link;
	}
	wp_enqueue_script( AFTERCARE_GUIDE_LOADER );
	$html = '';
	foreach ( aftercare_guide_attributes( $chosen ) as $name => $value ) {
		$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return "<aftercare-guide$html>$link</aftercare-guide>";
}

/** `[aftercare_guide region="malta"]`; without attributes WordPress gives an empty text. */
function aftercare_guide_shortcode( $attributes ): string {
	return aftercare_guide_markup( is_array( $attributes ) ? $attributes : array() );
}
add_shortcode( 'aftercare_guide', 'aftercare_guide_shortcode' );

/** Known everywhere, sent only with a page that shows the guide. */
function aftercare_guide_register_loader(): void {
	wp_register_script( AFTERCARE_GUIDE_LOADER, plugins_url( 'guide/aftercare-guide.js', __FILE__ ), array(), aftercare_guide_data()['version'], true );
}
add_action( 'init', 'aftercare_guide_register_loader' );
