<?php
/**
 * The one option: what the owner chose. Whatever is saved passes here, from the settings page or from elsewhere.
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

const AFTERCARE_GUIDE_OPTION = 'aftercare_guide';

/** Every setting: the section it stands in, what it is called, what is said beside it. */
function aftercare_guide_fields(): array {
	return array(
		'support-url'     => array( 'Support', 'Your support link', 'Where people reach you: a page of yours, or an address that begins with mailto:, tel: or sms:. Every plan ends here.' ),
		'support-label'   => array( 'Support', 'What the link says', 'For example: Talk with a counsellor.' ),
		'region'          => array( 'Support', 'Region', 'Whose help numbers are shown.' ),
		'who'             => array( 'Your card', 'Name and profession', 'For example: Ada Example, counsellor.' ),
		'photo'           => array( 'Your card', 'Photo', 'As text that begins with data:image/, at most 20 kB; the page builder.html, which comes with the guide, makes it of a picture. It is shown beside your name.' ),
		'first-contact'   => array( 'Your card', 'What happens first', 'For example: We talk for twenty minutes.' ),
		'reply-time'      => array( 'Your card', 'When you answer', 'Only what you can keep.' ),
		'cost'            => array( 'Your card', 'What it costs', '' ),
		'confidentiality' => array( 'Your card', 'What stays between you', 'With its limits.' ),
		'phone'           => array( 'Your card', 'Telephone', 'As it is dialled, for example +356 2123 4567.' ),
		'email'           => array( 'Your card', 'E-mail', '' ),
		'alternative-url' => array( 'Other ways', 'Support that is not yours', 'A link, for those who would rather go elsewhere.' ),
		'crisis-url'      => array( 'Other ways', 'A specialist service', 'A link that is named in your place after a visitor said that something was wrong.' ),
		'exit-url'        => array( 'Other ways', 'Where Leave goes', 'A neutral page. Empty: a weather page.' ),
		'display'         => array( 'How it looks', 'Where it opens', 'Over the whole window once begun, or in its place.' ),
		'start'           => array( 'How it looks', 'What opens first', '' ),
		'theme'           => array( 'How it looks', 'Theme', '' ),
		'accent'          => array( 'How it looks', 'Your colour', '# and six digits, for example #2f5d73. It is corrected until it can be read.' ),
		'lang'            => array( 'How it looks', 'Language', '' ),
		'title'           => array( 'How it looks', 'What screen readers call the box', 'Empty: A short guide.' ),
		'height'          => array( 'How it looks', 'Height of the box in pixels', 'Empty: 640.' ),
	);
}

/** What is saved; an empty text for each setting that is left out. */
function aftercare_guide_saved(): array {
	$saved = get_option( AFTERCARE_GUIDE_OPTION, array() );
	$empty = array_fill_keys( array_keys( aftercare_guide_fields() ), '' );
	return array_intersect_key( array_filter( is_array( $saved ) ? $saved : array(), 'is_string' ) + $empty, $empty );
}

/** A typed value as text: valid UTF-8 in one line. Tags are text too, and become harmless where they are shown. */
function aftercare_guide_text( $value ): string {
	$text = is_scalar( $value ) ? wp_check_invalid_utf8( (string) $value ) : '';
	return aftercare_guide_trimmed( (string) preg_replace( '/\p{Cc}+/u', ' ', $text ) );
}

/** What is wrong with a text that is given for a setting. What is as before needs no word. */
function aftercare_guide_refused( string $name, string $value ): string {
	return aftercare_guide_saved()[ $name ] === $value ? '' : aftercare_guide_wrong( $name, $value, aftercare_guide_known() );
}

/** What is kept of what was given: good values; in place of each wrong one, what was saved before. */
function aftercare_guide_sanitize( $given ): array {
	$kept = aftercare_guide_saved();
	foreach ( array_intersect_key( is_array( $given ) ? $given : array(), $kept ) as $name => $value ) {
		$value = aftercare_guide_text( $value );
		if ( '' === aftercare_guide_refused( $name, $value ) ) {
			$kept[ $name ] = $value;
		}
	}
	return $kept;
}

function aftercare_guide_register_setting(): void {
	register_setting( AFTERCARE_GUIDE_OPTION, AFTERCARE_GUIDE_OPTION, array( 'type' => 'object', 'sanitize_callback' => 'aftercare_guide_sanitize' ) );
}
add_action( 'init', 'aftercare_guide_register_setting' );
